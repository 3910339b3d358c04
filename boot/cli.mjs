// npm run -s writ -- …: the operator's command line. Only a command's result goes to standard output.
import './node-version.mjs'

void import('./prepare.mjs')
  .then(({ prepare }) => prepare(['packages', 'client', 'command'], { quiet: true }))
  .then(() => {
    process.env.NODE_ENV = 'production'
    process.setSourceMapsEnabled(true)
    return import('../dist/cli.mjs')
  })
