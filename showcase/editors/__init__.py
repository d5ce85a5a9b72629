"""What those who write profiles see in their tools: all of it made from the model, the vocabularies and one guide."""
