/** Saves exactly these characters as a file: no line break, no byte order mark. */
export function download(text: string, fileName: string, type = 'application/jwt'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
