// npm test: lint, types, unit tests and browser journeys, each once; the last line counts them all.
import '../boot/node-version.mjs'

void import('./test/all.mjs').then(({ testAll }) => testAll())
