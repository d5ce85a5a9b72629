// Reads a JSON file of the site. A copy on a disk may fetch nothing: there a script beside the file brings it along.

const brought = (address) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = `${address}.js`;
  script.addEventListener("load", () => { script.remove(); done(globalThis.brought); });
  script.addEventListener("error", () => failed(new Error(address)));
  document.head.append(script);
});

export const json = async (address) => {
  if ("offline" in document.documentElement.dataset) return brought(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};
