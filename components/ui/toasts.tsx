'use client'

import { Notifications } from '@mantine/notifications'
import classes from './toasts.module.css'

export default function Toasts() {
  return <Notifications autoClose={6000} className={classes.toasts} limit={3} position="top-center" />
}
