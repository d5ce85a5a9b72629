// Texts as files in a zip, stored as they are (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).

const encoder = new TextEncoder();
const DAY = (20 << 9) | (1 << 5) | 1; // 1 January 2000: a zip must name a day
const UTF8 = 1 << 11;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const checksum = (bytes) => {
  let sum = -1;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
};

// Numbers of two or four bytes, the least byte first: pack([4, 0x04034b50], [2, 20]).
const pack = (...fields) => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
};

// What the local header and the central directory say alike of a file.
const told = (name, data) => [
  [2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, checksum(data)],
  [4, data.length], [4, data.length], [2, name.length], [2, 0],
];

// `files` are pairs of name and text; returns a Blob.
export const zip = (files) => {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const facts = told(name, data);
    const header = pack([4, 0x04034b50], ...facts);
    parts.push(header, name, data);
    directory.push(pack([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += header.length + name.length + data.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = pack([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]);
  return new Blob([...parts, ...directory, end]);
};
