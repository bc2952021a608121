'use strict';

// Pages work without this file. It shows how far an upload has come, and where the mistakes are.
document.addEventListener('htmx:xhr:progress', function (event) {
  var bar = event.target.querySelector && event.target.querySelector('progress');
  if (bar && event.detail.lengthComputable) {
    bar.hidden = false;
    bar.value = Math.round((100 * event.detail.loaded) / event.detail.total);
  }
});

// The file is still chosen: the same button tries again.
function tellFailure(event) {
  var form = event.target.closest && event.target.closest('form.upload');
  if (form) {
    form.querySelector('progress').hidden = true;
    form.querySelector('.failed').hidden = false;
  }
}
document.addEventListener('htmx:sendError', tellFailure);
document.addEventListener('htmx:timeout', tellFailure);
document.addEventListener('htmx:beforeRequest', function (event) {
  var form = event.target.closest && event.target.closest('form.upload');
  if (form) {
    form.querySelector('.failed').hidden = true;
  }
});

function leadToMistakes() {
  var mistakes = document.querySelector('.mistakes[role=alert]');
  if (mistakes) {
    mistakes.setAttribute('tabindex', '-1');
    mistakes.focus();
  }
}

// Without this file the browser's own menu prints.
function offerPrint() {
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      window.print();
    });
  });
}

document.addEventListener('DOMContentLoaded', leadToMistakes);
document.addEventListener('DOMContentLoaded', offerPrint);

// Replaying a case: a slider that was dragged goes where it was let go; arrows go a step.
document.addEventListener('pointerup', function (event) {
  if (event.target.matches && event.target.matches('[data-replay] input[type=range]')) {
    event.target.form.requestSubmit();
  }
});

document.addEventListener('keydown', function (event) {
  var step = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  var busy = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!step || busy || event.target.closest('input, select, textarea, [role=region]')) {
    return;
  }
  var link = document.querySelector('[data-replay] a[rel=' + step + ']');
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// A long picture begins where the case is.
function leadToToken() {
  var token = document.querySelector('.diagram .there');
  if (token) {
    var picture = token.closest('.diagram');
    var at = token.getBoundingClientRect();
    var frame = picture.getBoundingClientRect();
    picture.scrollLeft += at.left - frame.left - frame.width / 2;
    picture.scrollTop += at.top - frame.top - frame.height / 2;
  }
}

document.addEventListener('DOMContentLoaded', leadToToken);
document.addEventListener('htmx:afterSettle', leadToToken);
