/** Every word of the page. It is a tool for developers, in English; what the app says comes from the app. */
export const words = {
  uikit: {
    showMore: 'Show more...',
    notDrawn: 'not drawn here',
    videoCall: 'Video call',
    timeout: 'UIKit_Interaction_Timeout',
    close: 'Close',
    crashed: 'This surface breaks in the client:',
  },
  connection: {
    unreachable: 'The server cannot be reached',
  },
  markdown: {
    showSpoiler: 'Show what is hidden',
  },
} as const;
