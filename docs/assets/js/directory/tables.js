// Records as CSV and JSON, byte for byte as the ready-made files have them: see showcase/tables.py.

const FORMULA = /^[=+\-@\t\r]/;

export const cell = (value) => (Array.isArray(value) ? value.join("; ") : value ?? "");

const quoted = (value) => {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
};

// The mark at the head tells Excel that this is UTF-8.
export const csv = (records, columns) => {
  const rows = [columns, ...records.map((record) => columns.map((name) => cell(record[name])))];
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
};

export const json = (innovators, version) => `${JSON.stringify({ schema_version: version, innovators }, null, 2)}\n`;
