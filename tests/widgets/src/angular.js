import { Component, provideZonelessChangeDetection } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'

/** Starts a component over a template, compiled in the page, with `show` to tell of its value. */
export const drawn =
  (template, ...imports) =>
  async (page) => {
    const Host = Component({ selector: 'app-host', imports, template })(
      class {
        show = page.show
      },
    )
    page.element.append(document.createElement('app-host'))
    await bootstrapApplication(Host, { providers: [provideZonelessChangeDetection()] })
  }
