import { Icon } from '@rocket.chat/fuselage';
import { useEffect, useRef } from 'react';
import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react';
import { words } from '../../words';
import { mediaTypeOf, summary } from '../describe';
import { usePhone } from '../usePhone';
import { PlayMenu } from './PlayMenu';
import { useWriting } from './useWriting';

/** Where the customer writes. */
export function PhoneComposer() {
  const phone = usePhone();
  const { text, setText, submit } = useWriting();
  const files = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const about = phone.editing ?? phone.quoting;
  useEffect(() => {
    if (about) {
      field.current?.focus();
    }
  }, [about]);

  const sendFiles = (list: Iterable<File>) => {
    for (const file of list) {
      void phone.sendFile({ file, caption: text.trim() }, mediaTypeOf(file.type));
    }
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape') {
      phone.quote(undefined);
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
      {about && (
        <div className="ph-quote ph-quoting" data-direction={about.direction}>
          {phone.editing && <strong>{words.phone.editing}</strong>}
          <div dir="auto">{summary(about.message)}</div>
          <button
            type="button"
            aria-label={phone.editing ? words.phone.cancelEdit : words.composer.cancelQuote}
            onClick={() => phone.quote(undefined)}
          >
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
          ref={field}
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
          onClick={() => void submit()}
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
