// The only file that an old Node must be able to read: it runs before anything else is loaded.
var wanted = [20, 19]
var parts = process.versions.node.split('.').map(Number)

if (parts[0] < wanted[0] || (parts[0] === wanted[0] && parts[1] < wanted[1])) {
  console.error(
    'Writ needs Node ' +
      wanted.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}
