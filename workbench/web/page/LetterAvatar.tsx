import type { AvatarProps } from '@rocket.chat/fuselage';
import { AvatarContainer } from '@rocket.chat/fuselage';
import './letterAvatar.css';

/** A square with the first letter of a name, as Rocket.Chat draws people without a picture. */
export function LetterAvatar({
  name,
  size,
}: {
  readonly name: string;
  readonly size: NonNullable<AvatarProps['size']>;
}) {
  const letter = Array.from(name.replace(/^\W+/u, '') || name)[0] ?? '?';
  return (
    <AvatarContainer size={size} aria-hidden>
      <span
        className="wb-avatar"
        style={{ backgroundColor: avatarColor(name), fontSize: `${Number(size.slice(1)) * 0.5}px` }}
        data-letter={letter.toUpperCase()}
      />
    </AvatarContainer>
  );
}

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
function avatarColor(name: string): string {
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 99_991, 7);
  return COLORS[sum % COLORS.length] ?? '#37474f';
}
