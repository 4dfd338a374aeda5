/** Hands a file to the browser's own download. Whether it arrives, a page cannot see. */
export function offerFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the blob after the click has returned.
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}
