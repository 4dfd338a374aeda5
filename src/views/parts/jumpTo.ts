/** To a heading of the same page, without the router: it would start at the top. */
export function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.setAttribute('tabindex', '-1');
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
