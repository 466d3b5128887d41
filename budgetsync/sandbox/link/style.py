"""The look of the connect page: calm, in light and dark, from a narrow telephone to a desktop."""

from typing import Final

STYLE: Final = """
:root {
  color-scheme: light dark;
  --ground: #eef1f0; --sheet: #ffffff; --ink: #16211f; --soft: #55625f; --line: #d3dad8;
  --field: #ffffff; --field-line: #7c8a86; --accent: #0f6b5c; --accent-ink: #ffffff; --accent-deep: #0a5246;
  --wash: #e6f2ef; --alarm: #a3231f; --alarm-wash: #fdeceb; --focus: #1d5fd1;
  --shadow: 0 1px 2px rgb(15 35 30 / .08), 0 12px 32px rgb(15 35 30 / .10);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1514; --sheet: #18211f; --ink: #e7eeec; --soft: #a3b1ad; --line: #2d3a37;
    --field: #111918; --field-line: #74837f; --accent: #5ecbb5; --accent-ink: #06251f; --accent-deep: #86dccb;
    --wash: #1c302c; --alarm: #ff9d97; --alarm-wash: #3a1d1c; --focus: #8db8ff;
    --shadow: 0 1px 2px rgb(0 0 0 / .4), 0 12px 32px rgb(0 0 0 / .35);
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  display: flex; flex-direction: column; align-items: center; padding: 1rem;
}
main {
  width: 100%; max-width: 28rem; background: var(--sheet); border-radius: 1rem; box-shadow: var(--shadow);
  padding: 1.5rem; margin: auto 0;
}
@media (max-width: 30rem) {
  body { padding: 0; } main { border-radius: 0; flex: 1; margin: 0; box-shadow: none; }
}
.who { display: flex; align-items: center; gap: .75rem; margin: 0 0 1.25rem; color: var(--soft); font-size: .875rem; }
.who .exit { margin-left: auto; margin-right: -.625rem; }
.badge {
  flex: none; width: 2.5rem; height: 2.5rem; border-radius: .75rem; display: grid; place-items: center;
  color: #fff; font-weight: 700; font-size: 1rem; letter-spacing: .02em;
}
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .375rem; text-wrap: balance; overflow-wrap: anywhere; }
h1:focus { outline: none; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); }
label, legend { font-weight: 600; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
legend { padding: 0; margin-bottom: .5rem; }
.row { margin-bottom: 1rem; }
.row label { display: block; margin-bottom: .25rem; }
.hint { color: var(--soft); font-size: .875rem; margin: .25rem 0 0; }
input[type=text], input[type=search], input[type=password] {
  width: 100%; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--field-line);
  border-radius: .625rem; padding: .625rem .75rem; min-height: 2.75rem;
}
input[aria-invalid=true] { border-color: var(--alarm); border-width: 2px; }
.find { display: flex; gap: .5rem; }
.find input { flex: 1; min-width: 0; }
button, .button {
  font: inherit; font-weight: 600; border-radius: .625rem; border: 1px solid transparent; cursor: pointer;
  padding: .625rem 1rem; min-height: 2.75rem; text-decoration: none; display: inline-flex; align-items: center;
  justify-content: center;
}
.main { width: 100%; background: var(--accent); color: var(--accent-ink); }
.main:hover { background: var(--accent-deep); }
.plain { background: transparent; color: var(--ink); border-color: var(--field-line); }
.plain:hover { background: var(--wash); }
.quiet { background: transparent; color: var(--soft); padding: .375rem .625rem; min-height: 2.25rem; }
.quiet:hover { color: var(--ink); background: var(--wash); }
:is(button, .button, input, summary, .pick):focus-visible, .tick:focus-within {
  outline: 3px solid var(--focus); outline-offset: 2px;
}
ul { list-style: none; margin: 1rem 0 0; padding: 0; }
li + li { margin-top: .5rem; }
.pick {
  width: 100%; display: flex; gap: .75rem; align-items: center; text-align: left; background: transparent;
  border: 1px solid var(--line); color: var(--ink); padding: .75rem; justify-content: flex-start;
}
.pick:hover { border-color: var(--accent); background: var(--wash); }
.pick small, .tick small { display: block; color: var(--soft); font-weight: 400; }
.tick {
  display: flex; gap: .75rem; align-items: center; border: 1px solid var(--line); border-radius: .625rem;
  padding: .75rem; font-weight: 600; cursor: pointer;
}
.tick + .tick { margin-top: .5rem; }
.tick:hover { background: var(--wash); }
.tick input { width: 1.25rem; height: 1.25rem; flex: none; margin: 0; accent-color: var(--accent); }
.tick:focus-within input { outline: none; }
.tick span { min-width: 0; overflow-wrap: anywhere; }
.alert {
  background: var(--alarm-wash); color: var(--alarm); border-radius: .625rem; padding: .75rem; margin-bottom: 1rem;
}
.alert strong { display: block; }
.mark {
  width: 3.5rem; height: 3.5rem; border-radius: 50%; display: grid; place-items: center; margin: 0 0 1rem;
  background: var(--wash); color: var(--accent);
}
.mark.bad { background: var(--alarm-wash); color: var(--alarm); }
.mark svg { width: 1.75rem; height: 1.75rem; }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .875rem; }
summary { cursor: pointer; color: var(--soft); border-radius: .25rem; }
dl { margin: .5rem 0 0; display: grid; grid-template-columns: auto 1fr; gap: .25rem .75rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9375em; }
.stack { display: grid; gap: .625rem; } .main-width { width: 100%; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) {
  button, .pick, .tick { transition: background-color .12s, border-color .12s; }
}
@media (forced-colors: active) { .badge, .mark { border: 1px solid; } }
"""
"""One style sheet for every state."""
