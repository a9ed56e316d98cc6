// What the tests in a browser share: packages fetched once and kept with the build, books made in a folder that goes away, Chromium.
'use strict'
const { execFileSync, spawnSync } = require('child_process')
const { createRequire } = require('module')
const fs = require('fs'), os = require('os'), path = require('path')

// `name` is that of the test, which has a shelf of its own: tests run side by side.
module.exports = (name, octavo, ...packages) => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), name + '-')), shelf = path.join(path.dirname(octavo), name)
  process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }))

  // Later versions of playwright-core want a Node that Debian 12 does not have.
  const pinned = [...packages, 'playwright-core@1.55.0'], written = JSON.stringify({ private: true, pinned })
  if (!fs.existsSync(`${shelf}/whole`) || fs.readFileSync(`${shelf}/whole`, 'utf8') !== written) {
    fs.mkdirSync(shelf, { recursive: true })
    fs.writeFileSync(`${shelf}/package.json`, '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', ...pinned], { cwd: shelf, stdio: 'inherit' })
    fs.writeFileSync(`${shelf}/whole`, written)
  }
  const { chromium } = createRequire(`${shelf}/package.json`)('playwright-core')
  return {
    work,
    packages: `${shelf}/node_modules`,
    launch: () => chromium.launch({ executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim() }),
    // The finished EPUB, or nothing where no book can be made. Exit code 1 says that the author made mistakes, which is what some of the cases
    // are about; the book must be good all the same.
    build(book) {
      if (book.endsWith('.epub')) return book
      const out = fs.mkdtempSync(work + '/'), { status } = spawnSync(octavo, ['build', book, '--quiet', '-o', out])
      if (status !== 0 && status !== 1) throw new Error(`${book}: octavo ends with ${status}`)
      const epub = fs.readdirSync(out).find(name => name.endsWith('.epub'))
      return epub && path.join(out, epub)
    },
  }
}
