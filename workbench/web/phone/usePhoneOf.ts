import { useMemo, useState } from 'react';
import type { PhoneMessage } from '../simulator/documents/PhoneMessage';
import { useSimulator } from '../simulator/useSimulator';
import { useWorkspace } from '../workspace/useWorkspace';
import type { Phone } from './usePhone';

/** The phone of a customer, open at the chat with a number. What the simulator refuses is told in a toast. */
export function usePhoneOf(customerId: string, number: string): Phone {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [about, setAbout] = useState<{ readonly quoting?: PhoneMessage; readonly editing?: PhoneMessage }>({});
  const { quoting, editing } = about;
  return useMemo(() => {
    const path = `/customers/${encodeURIComponent(customerId)}/messages`;
    const deliver = async (body: object) => {
      const sent = await workspace.attempt(() => simulator.post(path, { number, ...body }));
      if (sent) {
        setAbout({});
      }
      return sent;
    };
    const context = quoting && { context: { id: quoting.wamid } };
    return {
      customerId,
      number,
      quoting,
      quote: (message) => setAbout(message ? { quoting: message } : {}),
      editing,
      edit: (message) => setAbout(message ? { editing: message } : {}),
      send: (message, count) => deliver({ message: { ...context, ...message }, ...(count !== undefined && { count }) }),
      sendFile: async ({ file, caption }, type) =>
        deliver({
          message: { ...context, type, [type]: { ...(caption && { caption }) } },
          file: { base64: await readBase64(file), mime: file.type, filename: file.name },
        }),
    };
  }, [simulator, workspace, customerId, number, quoting, editing]);
}

/** A file's bytes as base64. */
function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(new Error(`The file could not be read: ${reader.error?.message ?? ''}`));
    reader.readAsDataURL(file);
  });
}
