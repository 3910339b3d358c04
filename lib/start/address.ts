import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { StartError } from '@/lib/database/start-error'

/** Who asked: the socket's address, or what a trusted proxy says of it (the last untrusted hop). */
export function addressReader(trusted: string[]): (request: IncomingMessage) => string {
  if (trusted.length === 0) return request => plain(request.socket.remoteAddress ?? 'unknown')
  const proxies = new BlockList()
  for (const entry of trusted) addProxy(proxies, entry)
  return request => {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    const hops = [
      ...forwarded.split(',').map(hop => plain(hop.trim())),
      plain(request.socket.remoteAddress ?? ''),
    ]
    const untrusted = hops.filter(Boolean).findLast(hop => !isTrusted(proxies, hop))
    return untrusted ?? hops.find(Boolean) ?? 'unknown'
  }
}

function addProxy(proxies: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  try {
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  } catch {
    throw new StartError(
      `WRIT_TRUSTED_PROXIES: "${entry}" is not an address or a network such as 10.0.0.0/8.`,
    )
  }
}

function isTrusted(proxies: BlockList, hop: string): boolean {
  const family = isIP(hop)
  return family !== 0 && proxies.check(hop, family === 6 ? 'ipv6' : 'ipv4')
}

/** Sockets that serve both families show IPv4 callers as `::ffff:192.0.2.1`. */
function plain(address: string): string {
  return address.replace(/^::ffff:/, '')
}
