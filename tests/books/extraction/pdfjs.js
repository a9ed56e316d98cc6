#!/usr/bin/env node
// Prints what pdf.js (Debian's libjs-pdf) reads off a PDF, each page ended by a form feed, without what is marked as no part of the text.
'use strict'
const fs = require('fs')
const shelf = '/usr/share/nodejs/pdfjs-dist'
const pdfjs = require(`${shelf}/build/pdf.js`)

const textOf = items => {
  let text = '', depth = 0, furniture = 0, isDrawn = false  // how deep the artifact is one is in, and whether it has text
  for (const item of items) {
    if (item.type === 'endMarkedContent') {
      if (depth-- !== furniture) continue
      if (isDrawn) text += '\n'
      furniture = 0
    } else if (item.type) {
      depth++
      if (item.tag === 'Artifact' && !furniture) furniture = depth, isDrawn = false
    } else if (furniture) {
      isDrawn ||= item.str !== ''
    } else {
      text += item.str + (item.hasEOL ? '\n' : '')
    }
  }
  return text
}

const read = async data => {
  const pdf = await pdfjs.getDocument({ data, cMapUrl: `${shelf}/cmaps/`, cMapPacked: true, disableFontFace: true, verbosity: 0 }).promise
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    process.stdout.write(textOf((await page.getTextContent({ includeMarkedContent: true })).items) + '\f')
  }
}
read(new Uint8Array(fs.readFileSync(process.argv[2])))
