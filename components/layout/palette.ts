import type { MantineColorsTuple } from '@mantine/core'

/** The accent: deep enough that white on shade 7, and shade 3 on the dark body, both read easily. */
export const petrol: MantineColorsTuple = [
  '#eef7f9',
  '#dceef2',
  '#b8dbe3',
  '#8cc5d1',
  '#60acbd',
  '#3f93a6',
  '#2a7a8d',
  '#1d6475',
  '#18505e',
  '#123c47',
]

export const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eef2f4',
  '#e3e9ec',
  '#d3dbe0',
  '#b9c4cb',
  '#94a3ac',
  '#5f6d77',
  '#52606a',
  '#39454d',
  '#232d33',
]

export const dark: MantineColorsTuple = [
  '#d5dce1',
  '#b7c1c9',
  '#9da9b3',
  '#8a97a1',
  '#414b53',
  '#313a41',
  '#252d33',
  '#1a2126',
  '#141a1e',
  '#0e1317',
]

export const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fbe2e0',
  '#f5c1bd',
  '#ee9a94',
  '#e97f78',
  '#db5147',
  '#cb3a30',
  '#b32d24',
  '#94231c',
  '#701a15',
]

export const green: MantineColorsTuple = [
  '#eef8f1',
  '#dbf0e2',
  '#b5e0c4',
  '#8acca2',
  '#5fb782',
  '#3fa068',
  '#2c8854',
  '#1f7145',
  '#185a37',
  '#11422a',
]

export const amber: MantineColorsTuple = [
  '#fef7e8',
  '#fcecc9',
  '#f8d891',
  '#f2c157',
  '#e5a82b',
  '#c98e14',
  '#a8740c',
  '#855b0a',
  '#674609',
  '#4b3307',
]
