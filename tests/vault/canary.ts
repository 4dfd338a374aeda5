/** Whether the text can be read anywhere in stored values: strings, and bytes as UTF-8, UTF-16LE or base64 at any of its three alignments. */
export function readsAnywhere(stored: unknown, text: string): boolean {
  const bytes = flatten(stored);
  return encodings(text).some((needle) => bytes.includes(needle));
}

function flatten(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(`${value}\0`, 'utf8');
  if (ArrayBuffer.isView(value)) return Buffer.concat([Buffer.from(value.buffer, value.byteOffset, value.byteLength), Buffer.from([0])]);
  if (typeof value === 'object' && value !== null) return Buffer.concat(Object.entries(value).flatMap(([key, part]) => [flatten(key), flatten(part)]));
  return flatten(String(value));
}

function encodings(text: string): readonly Buffer[] {
  const aligned = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, 'utf8')]).toString('base64').replace(/=+$/u, '');
    return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, -1));
  });
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), ...aligned];
}
