import { Icon, IconButton } from '@rocket.chat/fuselage';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { pickList, pickText } from '../../state/pick';
import { words } from '../../words';
import { usePhone } from '../usePhone';
import type { BubbleProps } from './BubbleProps';

const ACTION = ['interactive', 'action'] as const;

/** A button that opens a list of choices over the chat, as WhatsApp does. */
export function ListMenu({ shown }: BubbleProps) {
  const { send } = usePhone();
  const button = useRef<HTMLButtonElement>(null);
  const [frame, setFrame] = useState<Element | null>(null);
  const close = () => {
    setFrame(null);
    button.current?.focus();
  };
  const choose = (row: unknown) => {
    close();
    const description = pickText(row, 'description');
    void send({
      type: 'interactive',
      interactive: {
        type: 'list_reply',
        list_reply: { id: pickText(row, 'id'), title: pickText(row, 'title'), ...(description && { description }) },
      },
      context: { id: shown.wamid },
    });
  };
  const label = pickText(shown.message, ...ACTION, 'button') ?? words.phone.list;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ph-tap"
        aria-haspopup="dialog"
        aria-expanded={frame !== null}
        onClick={() => setFrame(button.current?.closest('.ph-frame') ?? null)}
      >
        <Icon name="list" size={16} aria-hidden marginInlineEnd={4} />
        {label}
      </button>
      {frame &&
        createPortal(
          <div
            className="ph-sheet"
            onClick={close}
            onKeyDown={({ key }) => {
              if (key === 'Escape') close();
            }}
          >
            <div role="dialog" aria-label={label} onClick={(event) => event.stopPropagation()}>
              <header>
                <IconButton
                  small
                  icon="cross"
                  title={words.phone.closeList}
                  aria-label={words.phone.closeList}
                  onClick={close}
                />
                <strong dir="auto">{label}</strong>
              </header>
              <div className="ph-list">
                {pickList(shown.message, ...ACTION, 'sections').map((section, index) => (
                  <div key={index}>
                    <small dir="auto">{pickText(section, 'title')}</small>
                    {pickList(section, 'rows').map((row, at) => (
                      <button key={at} type="button" autoFocus={index === 0 && at === 0} onClick={() => choose(row)}>
                        <strong dir="auto">{pickText(row, 'title')}</strong>
                        <span dir="auto">{pickText(row, 'description')}</span>
                      </button>
                    ))}
                  </div>
                ))}
              </div>
            </div>
          </div>,
          frame,
        )}
    </>
  );
}
