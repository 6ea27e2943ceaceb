import { IconButton } from '@rocket.chat/fuselage';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { Room } from '../../documents/Room';
import { commonEmojis } from '../../emoji/emojiNames';
import { words } from '../../words';
import type { Draft } from '../../workspace/drafts/Draft';
import { attemptOf, emptyDraft } from '../../workspace/drafts/Draft';
import { returnDraft } from '../../workspace/drafts/settleDrafts';
import { roomTitle } from '../../workspace/roomPath';
import { useDraft, useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { EmojiPicker } from '../messages/EmojiPicker';
import { CommandPopup, COMMANDS_ID, useCommandCompletion } from './CommandPopup';
import { AppButtonMenu } from '../room/AppButtonMenu';
import { submitDraft } from './submitDraft';
import { UploadModal } from './UploadModal';
import './composer.css';

/** The composer: text, slash commands, files, replies to messages, edits of one's own. */
export function Composer({ room }: { readonly room: Room }) {
  const workspace = useWorkspace();
  const me = useWorkspaceState((state) => state.me);
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, onDraft] = useDraft(room._id);
  const { text } = draft;
  const setText = (typed: string) => onDraft((before) => ({ ...before, text: typed }));
  const onCancel = () =>
    onDraft(({ files, text: typed, editing, aside = '' }) => ({ text: editing ? aside : typed, files }));
  const subject = draft.editing ?? draft.quoting;
  useEffect(() => {
    if (subject) {
      field.current?.focus();
    }
  }, [subject]);
  const completion = useCommandCompletion(text, (completed) => {
    setText(completed);
    field.current?.focus();
  });
  const addFiles = (files: Iterable<File>) => onDraft((before) => ({ ...before, files: [...before.files, ...files] }));

  const send = async () => {
    if (text.trim() === '') {
      return;
    }
    // The field is cleared at once: a second Enter must not send the text again, and the user can go on typing.
    onDraft(({ files, aside = '' }) => ({ ...emptyDraft, text: aside, files }));
    const unsent = { ...draft, attempt: attemptOf(draft) };
    if (!(await submitDraft(workspace, room, unsent))) {
      onDraft(returnDraft(unsent));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (completion.onKeyDown(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') {
      onCancel();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      addFiles(event.clipboardData.files);
    }
  };

  const [upload] = draft.files;
  const title = words.composer.placeholder(roomTitle(room, me));
  return (
    <div className="wb-composer">
      <CommandPopup completion={completion} />
      <DraftNotice draft={draft} onCancel={onCancel} />
      <div className="wb-composer-box">
        <textarea
          ref={field}
          className="rcx-box"
          dir="auto"
          rows={1}
          value={text}
          placeholder={title}
          aria-label={title}
          aria-controls={completion.options.length > 0 ? COMMANDS_ID : undefined}
          aria-activedescendant={completion.options.length > 0 ? `${COMMANDS_ID}-${completion.current}` : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div className="wb-composer-tools">
          <AttachButton onFiles={addFiles} />
          <EmojiPicker
            label={words.composer.emoji}
            onPick={(name) => {
              setText(`${text}${commonEmojis[name] ?? ''}`);
              field.current?.focus();
            }}
          />
          <AppButtonMenu
            place="messageBoxAction"
            room={room}
            pressed={{ rid: room._id, composerText: text }}
            title={words.composer.apps}
            icon="plus"
            placement="top-start"
          />
          <span className="wb-composer-space" />
          <IconButton
            small
            icon="send"
            primary={text.trim() !== ''}
            disabled={text.trim() === ''}
            title={words.composer.send}
            aria-label={words.composer.send}
            onClick={() => void send()}
          />
        </div>
      </div>
      {upload && (
        <UploadModal
          key={draft.files.length}
          rid={room._id}
          file={upload}
          onDone={() => onDraft((before) => ({ ...before, files: before.files.slice(1) }))}
        />
      )}
    </div>
  );
}

/** Lets one choose files. */
function AttachButton({ onFiles }: { readonly onFiles: (files: File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        small
        icon="clip"
        title={words.composer.attach}
        aria-label={words.composer.attach}
        onClick={() => field.current?.click()}
      />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-upload
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Above the composer: the message that is answered or changed. */
function DraftNotice({ draft, onCancel }: { readonly draft: Draft; readonly onCancel: () => void }) {
  const { quoting, editing } = draft;
  if (!quoting && !editing) {
    return null;
  }
  const cancel = quoting ? words.composer.cancelQuote : words.composer.cancelEdit;
  return (
    <div className="wb-composer-notice">
      <div>
        <strong>{quoting ? quoting.alias || quoting.u.name || quoting.u.username : words.composer.editing}</strong>
        <div className="wb-composer-quoted">{quoting?.msg || quoting?.attachments?.[0]?.title}</div>
      </div>
      <IconButton mini icon="cross" title={cancel} aria-label={cancel} onClick={onCancel} />
    </div>
  );
}
