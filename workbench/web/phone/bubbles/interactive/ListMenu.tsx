import { useState } from 'react';
import { pickList } from '../../../state/pickList';
import { pickText } from '../../../state/pickText';
import { words } from '../../../words';
import { usePhone } from '../../usePhone';
import type { BubbleProps } from '../BubbleProps';

/** A button that unfolds rows to choose from. */
export function ListMenu({ shown }: BubbleProps) {
  const { send } = usePhone();
  const [open, setOpen] = useState(false);
  const action = ['interactive', 'action'] as const;
  const choose = (row: unknown) => {
    setOpen(false);
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
  return (
    <>
      <button type="button" className="ph-tap" aria-expanded={open} onClick={() => setOpen(!open)}>
        ☰ {pickText(shown.message, ...action, 'button') ?? words.phone.list}
      </button>
      {open && (
        <div className="ph-list">
          {pickList(shown.message, ...action, 'sections').map((section, index) => (
            <div key={index}>
              <small>{pickText(section, 'title')}</small>
              {pickList(section, 'rows').map((row, at) => (
                <button key={at} type="button" onClick={() => choose(row)}>
                  <strong>{pickText(row, 'title')}</strong>
                  <span>{pickText(row, 'description')}</span>
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
