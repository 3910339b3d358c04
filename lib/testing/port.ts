export { ownPort } from '@/e2e/support/http'
