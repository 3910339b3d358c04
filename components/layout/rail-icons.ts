import {
  IconBuildings,
  IconHistory,
  IconKey,
  IconLayoutGrid,
  IconMessages,
  IconPlugConnected,
  IconSettings,
  IconShieldCog,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'

/** Icons by name: a server component can hand over a name, not a component. */
export const RAIL_ICONS = {
  market: IconLayoutGrid,
  clients: IconPlugConnected,
  members: IconUsers,
  tickets: IconMessages,
  audit: IconHistory,
  settings: IconSettings,
  console: IconShieldCog,
  keys: IconKey,
  organizations: IconBuildings,
  account: IconUserCircle,
}

export type RailIcon = keyof typeof RAIL_ICONS
