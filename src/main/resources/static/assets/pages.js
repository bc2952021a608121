'use strict';

// Pages work without this file. It shows how far an upload has come, and where the mistakes are.
document.addEventListener('htmx:xhr:progress', function (event) {
  var bar = event.target.querySelector && event.target.querySelector('progress');
  if (bar && event.detail.lengthComputable) {
    bar.hidden = false;
    bar.value = Math.round((100 * event.detail.loaded) / event.detail.total);
  }
});

function leadToMistakes() {
  var mistakes = document.querySelector('.mistakes[role=alert]');
  if (mistakes) {
    mistakes.setAttribute('tabindex', '-1');
    mistakes.focus();
  }
}

document.addEventListener('DOMContentLoaded', leadToMistakes);
