import type { AvatarProps } from '@rocket.chat/fuselage';
import { AvatarContainer } from '@rocket.chat/fuselage';
import { avatarColor } from './avatarColor';
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
