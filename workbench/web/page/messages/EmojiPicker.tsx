import { IconButton, Tile } from '@rocket.chat/fuselage';
import { useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { commonEmojis } from '../../emoji/emojiNames';
import './emojiPicker.css';

/** A button that offers the common emoji. */
export function EmojiPicker({ label, onPick }: { readonly label: string; readonly onPick: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const leave = (event: FocusEvent) => {
    if (!place.current?.contains(event.relatedTarget)) {
      setOpen(false);
    }
  };
  return (
    <span
      className="wb-emoji-picker"
      ref={place}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <IconButton
        small
        icon="add-reaction"
        title={label}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Tile className="wb-emoji-picker-list" elevation="2" role="group" aria-label={label}>
          {Object.entries(commonEmojis).map(([name, emoji]) => (
            <button
              key={name}
              type="button"
              className="wb-emoji"
              title={`:${name}:`}
              aria-label={name}
              onClick={() => {
                setOpen(false);
                onPick(name);
              }}
            >
              {emoji}
            </button>
          ))}
        </Tile>
      )}
    </span>
  );
}
