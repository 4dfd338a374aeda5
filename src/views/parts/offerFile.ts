/** Hands a text to the browser's own download. Whether it arrives, a page cannot see. */
export function offerFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the blob after the click has returned.
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}
