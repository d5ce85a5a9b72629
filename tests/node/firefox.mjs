// Firefox for tests/engines.py: a request a line on standard input, its answer a line on standard output.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.argv[2] });
const page = await browser.newPage();

// Puppeteer sets size and orientation together; Firefox 140 ESR takes the size and knows no orientation.
function ignoreOrientation(error) {
  if (!String(error).includes("unknown command emulation.setScreenOrientationOverride")) throw error;
}

async function answer({ address, width, script }) {
  if (script) return page.evaluate(script);
  await page.setViewport({ width, height: 900 }).catch(ignoreOrientation);
  await page.goto(address);
  return null;
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = await answer(JSON.parse(line)).then((value) => ({ value }), (error) => ({ error: String(error) }));
  console.log(JSON.stringify(told));
}
await browser.close();
