/** A message that is not what the format says; the reader of the file turns it into a SourceError that names the file. */
export class ProtobufError extends Error { override readonly name = 'ProtobufError'; }

/** Protocol Buffers, the wire format (protobuf.dev/programming-guides/encoding): numbers of 64 bits come out as doubles, exact to 2^53. */
export class ProtobufReader {
  #at: number;
  constructor(readonly bytes: Uint8Array, start = 0, readonly end = bytes.byteLength) { this.#at = start; }

  /** Each field by its number; what `take` does not read is skipped. */
  fields(take: (field: number) => void): void {
    while (this.#at < this.end) {
      const tag = this.varint();
      const [field, wire, before] = [Math.floor(tag / 8), tag % 8, this.#at];
      take(field);
      if (this.#at === before) this.#skip(wire);
    }
  }

  varint(): number {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value;
      if (shift >= 2 ** 63) throw new ProtobufError('a number of more than ten bytes');
    }
  }

  /** int32 and int64: two's complement of 64 bits, which a double cannot add up to. */
  signed(): number {
    const start = this.#at;
    const value = this.varint();
    return value < 2 ** 53 ? value : Number(BigInt.asIntN(64, this.#whole(start)));
  }
  /** sint64: zigzag. */
  zigzag(): number { return zigzagOf(this.varint()); }

  message(): ProtobufReader {
    const length = this.varint();
    const start = this.#at;
    if (!(length <= this.end - start)) throw new ProtobufError('a part that is longer than the whole');
    this.#at = start + length;
    return new ProtobufReader(this.bytes, start, this.#at);
  }

  block(): Uint8Array {
    const { bytes, end, start } = this.message();
    return bytes.subarray(start, end);
  }

  get start(): number { return this.#at; }

  text(): string { return new TextDecoder().decode(this.block()); }

  /** A packed list. */
  numbers(kind: 'varint' | 'zigzag'): number[] {
    const list = this.message();
    const numbers: number[] = [];
    while (list.#at < list.end) numbers.push(kind === 'varint' ? list.varint() : list.zigzag());
    return numbers;
  }

  #whole(start: number): bigint {
    return this.bytes.subarray(start, this.#at).reduceRight((sum, byte) => sum * 128n + BigInt(byte & 0x7f), 0n);
  }

  #byte(): number {
    if (this.#at >= this.end) throw new ProtobufError('it is cut short');
    const byte = this.bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }

  #skip(wire: number): void {
    if (wire === 0) { this.varint(); return; }
    if (wire === 2) { this.message(); return; }
    const width = { 1: 8, 5: 4 }[wire];
    if (width === undefined || width > this.end - this.#at) throw new ProtobufError('a field of no known kind');
    this.#at += width;
  }
}

const zigzagOf = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
