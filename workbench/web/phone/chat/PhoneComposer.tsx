import { Icon } from '@rocket.chat/fuselage';
import { useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react';
import { words } from '../../words';
import { summary } from '../bubbles/summary';
import { mediaTypeOf } from '../mediaTypeOf';
import { usePhone } from '../usePhone';
import { PlayMenu } from './PlayMenu';

/** Where the customer writes. */
export function PhoneComposer() {
  const phone = usePhone();
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);

  const send = async () => {
    const body = text.trim();
    if (body !== '') {
      setText('');
      const sent = await phone.send({ type: 'text', text: { body } });
      if (!sent) {
        setText(body);
      }
    }
  };
  const sendFiles = (list: Iterable<File>) => {
    for (const file of list) {
      void phone.sendFile({ file, caption: text.trim() }, mediaTypeOf(file.type));
    }
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div
      className="ph-composer"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        sendFiles(event.dataTransfer.files);
      }}
    >
      {phone.quoting && (
        <div className="ph-quote ph-quoting" data-direction={phone.quoting.direction}>
          <div dir="auto">{summary(phone.quoting.message)}</div>
          <button type="button" aria-label={words.composer.cancelQuote} onClick={() => phone.quote(undefined)}>
            <Icon name="cross" size={16} />
          </button>
        </div>
      )}
      <div className="ph-write">
        <PlayMenu onChooseFile={() => files.current?.click()} />
        <input
          ref={files}
          type="file"
          multiple
          hidden
          data-phone-upload
          onChange={(event) => {
            sendFiles(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <textarea
          rows={1}
          dir="auto"
          value={text}
          placeholder={words.phone.placeholder}
          aria-label={words.phone.placeholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event: ClipboardEvent) => sendPasted(event, sendFiles)}
        />
        <button
          type="button"
          className="ph-send"
          aria-label={words.phone.send}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <Icon name="send-filled" size={20} />
        </button>
      </div>
    </div>
  );
}

const sendPasted = (event: ClipboardEvent, send: (files: FileList) => void) => {
  if (event.clipboardData.files.length > 0) {
    event.preventDefault();
    send(event.clipboardData.files);
  }
};
