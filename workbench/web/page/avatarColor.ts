/** Dark enough for white letters. */
const COLORS = [
  '#148660',
  '#1264a3',
  '#7f1b9f',
  '#b8340f',
  '#3f51b5',
  '#00695c',
  '#ad1457',
  '#5d4037',
  '#37474f',
  '#4527a0',
];

/** The colour behind a name's letter, always the same one for the same name. */
export function avatarColor(name: string): string {
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 99_991, 7);
  return COLORS[sum % COLORS.length] ?? '#37474f';
}
