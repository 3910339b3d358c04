/** A stand-in for installed Flex software, written from the wire contract alone. */
export type { Generation } from './flex/calls'
export { FlexClient, type Screen } from './flex/client'
