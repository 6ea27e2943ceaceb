import { safeUrl } from '../../../markdown/safeUrl';
import type { TemplateButton } from '../../../simulator/documents/PhoneMessage';
import { words } from '../../../words';
import { copyText } from '../../../workspace/actions/copyText';
import { useWorkspace } from '../../../workspace/useWorkspace';
import { TapButton } from '../TapButton';

/** A template's buttons: answers, addresses, numbers to call, codes to copy. */
export function TemplateButtons({
  wamid,
  buttons,
}: {
  readonly wamid: string;
  readonly buttons: readonly TemplateButton[];
}) {
  const workspace = useWorkspace();
  return buttons.map((button, index) => {
    const { type, text, url, phoneNumber, code, payload } = button;
    if (url) {
      return (
        <a key={index} className="ph-tap" href={safeUrl(url)} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    if (phoneNumber) {
      return (
        <a key={index} className="ph-tap" href={`tel:${phoneNumber}`}>
          {text}
        </a>
      );
    }
    if (code !== undefined) {
      return (
        <button key={index} type="button" className="ph-tap" onClick={() => void copyText(workspace, code)}>
          {text || words.phone.copyCode} {code}
        </button>
      );
    }
    return (
      <TapButton
        key={`${type} ${index}`}
        wamid={wamid}
        text={text}
        answer={{ type: 'button', button: { text, payload: payload ?? text } }}
      />
    );
  });
}
