// npm run dev: pages reload by themselves; a change of what the server itself loads restarts it.
import './node-version.mjs'

void import('./prepare.mjs')
  .then(({ prepare }) => prepare(['packages', 'client']))
  .then(() => import('./watch.mjs'))
  .then(({ watch }) => watch())
