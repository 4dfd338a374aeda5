/** The window's title becomes the PDF's file name: neutral, and nothing of the case but a printed reference. */
export function printNeutrally(name: string): void {
  const { title } = window.document;
  window.document.title = name;
  window.print();
  window.document.title = title;
}
