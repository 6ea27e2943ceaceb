import { join } from 'node:path';
import { repositoryRoot } from '../../repositoryRoot';
import type { PagePlaces } from './PagePlaces';

/** The page of this repository. */
export const ownPage: PagePlaces = {
  source: join(repositoryRoot, 'workbench', 'web'),
  dependsOn: [join(repositoryRoot, 'package-lock.json'), join(repositoryRoot, 'docs', 'machines')],
  target: join(repositoryRoot, '.workbench', 'web'),
};
