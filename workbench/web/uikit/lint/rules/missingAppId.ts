import { isInteractive } from '../isInteractive';
import type { LintRule } from '../LintRule';

/** Messages for one user only get no ids from the server; a click in them would go to Rocket.Chat itself. */
export const missingAppId: LintRule = {
  id: 'missing-app-id',
  check: ({ surface, delivered, elements }) =>
    delivered && surface === 'message'
      ? elements
          .filter(({ element, block }) => isInteractive(element) && !element['appId'] && !block['appId'])
          .map(({ path }) => ({ path, message: 'Without an appId on the block, a click goes to "core".' }))
      : [],
};
