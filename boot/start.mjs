// npm start: prepares what this checkout lacks, then runs the server in this very process.
import './node-version.mjs'

void import('./prepare.mjs')
  .then(({ prepare }) => prepare(['packages', 'client', 'server', 'pages']))
  .then(() => import('./running.mjs'))
  .then(({ announceServer }) => {
    process.env.NODE_ENV = 'production'
    process.setSourceMapsEnabled(true)
    announceServer()
    return import('../dist/server.mjs')
  })
