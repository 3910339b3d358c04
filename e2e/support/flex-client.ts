/** A stand-in for installed Flex software, written from the wire contract alone. */
export { FlexClient, type Screen } from './flex/client'
