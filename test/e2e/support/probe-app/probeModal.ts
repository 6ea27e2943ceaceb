import { type IUIKitSurface, UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';

/** One required field; `note` is said above it. */
export function probeModal(note: string): Omit<IUIKitSurface, 'appId'> {
  return {
    id: 'probe-modal',
    type: UIKitSurfaceType.MODAL,
    title: { type: 'plain_text', text: 'Probe' },
    submit: {
      type: 'button',
      appId: '',
      blockId: 'submit',
      actionId: 'submit',
      text: { type: 'plain_text', text: 'Save' },
    },
    blocks: [
      { type: 'section', blockId: 'note', text: { type: 'mrkdwn', text: note } },
      {
        type: 'input',
        blockId: 'name',
        label: { type: 'plain_text', text: 'Name' },
        element: { type: 'plain_text_input', appId: '', blockId: 'name', actionId: 'name' },
      },
    ],
  };
}
