/** The accessibility statement: sentences for anybody, with what docs/accessibility.md tells criterion by criterion. */

export const TESTED: readonly string[] = [
  'Each build: every screen with axe, all of its rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, and its advice beyond them, with fields empty, filled and refused; its rules about colour once more in the dark theme. Nothing found is let through. Such rules find a part of all faults, not all.',
  'Each build: whole assessments by keyboard alone, from setting up a vault to the printed record; others by touch alone.',
  'Each build: no screen scrolls sideways at widths of 1280, 820 and 320 pixels; 320 is what is left of 1280 at a zoom of 400%. Tables wider than the screen scroll within themselves, and the long ones become lists.',
  'Each build: a new screen is titled, has one main heading, and the focus starts there; every field, button and group is found by the role and name that a screen reader reads.',
  'Each build: what is used standing on a doorstep has targets of 44 by 44 pixels or more; everything else 24 by 24, or room around it, as axe measures it.',
  'Once, by eye or by script: both themes, forced colours (high contrast), a zoom of 200%, and the text spacing of criterion 1.4.12.',
];

export const NOT_TESTED: readonly string[] = [
  'No test with people who use assistive technology.',
  'No test with a screen reader: not with NVDA, JAWS, Narrator, VoiceOver or TalkBack. What they read was checked by roles, names and states alone.',
  'No test with speech input, switches, eye tracking or screen magnifiers.',
  'Not with reduced motion set. Nothing moves by itself, and by the style sheets a jump within a page does not glide then.',
  'Only in Chromium. Edge and Chrome share its engine; Firefox and Safari were not tried.',
];

export const KNOWN_LIMITS: readonly string[] = [
  'Criterion 1.3.5 (identify input purpose) is not met, on purpose: the fields for your own name, role and passphrase switch autofill off, because browsers keep what they fill in outside the vault, in clear. Pasting works in all of them.',
  'The map is a picture. It can be moved by keys and by buttons, and it adds nothing: the table beside it holds every place, distance and doubt. Names and numbers in its background have the contrast of a street map, not that of text.',
  'Printing to PDF is the browser’s: Chromium tags headings, lists and tables. The map in it has a short description that points to the table.',
  'The Word file has Word’s own headings, lists and header rows, and a description of the map. It was opened in LibreOffice, never in Microsoft Word or with a screen reader.',
  'The lock after some minutes without use warns half a minute before, and any key or touch stays. An office can set up to 60 minutes; nobody can switch it off, since it guards the vault.',
  'A recovery code is to be kept on paper, printed or written down, and its last four characters are typed from there once. It is not needed to unlock: a passphrase can be pasted, and a passkey needs no typing.',
  'Discreet mode hides names from the eye only; screen readers still read them.',
];
