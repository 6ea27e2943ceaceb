import { useMemo, useState } from 'react';
import type { PhoneMessage } from '../simulator/documents/PhoneMessage';
import { useSimulator } from '../simulator/useSimulator';
import { useWorkspace } from '../workspace/useWorkspace';
import type { Phone } from './Phone';
import { readBase64 } from './readBase64';

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
