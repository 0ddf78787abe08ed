/* Keys, folding on phones, focus on errors, printing. Every page works without this file. */
(function () {
  'use strict';
  var store = {
    get: function (k) { try { return window.localStorage.getItem(k); } catch (e) { return null; } },
    set: function (k, v) { try { window.localStorage.setItem(k, v); } catch (e) { /* private windows keep nothing */ } }
  };
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function one(selector) { return document.querySelector(selector); }

  /* A phone shows the case file folded; a desk shows it open. A part the address points into stays open. */
  if (window.matchMedia('(max-width: 760px)').matches) {
    all('details[data-fold]').forEach(function (part) {
      var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!(target && part.contains(target)) && !part.querySelector('.fq-errors')) { part.open = false; }
    });
  }

  var errors = one('[data-focus]') || one('[aria-invalid="true"]');
  if (errors) { errors.focus(); }

  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = all('details').filter(function (d) { return !d.open && !d.classList.contains('fq-pop') && !d.classList.contains('fq-add'); });
    folded.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { folded.forEach(function (d) { d.open = false; }); });

  var keys = document.getElementById('keys');
  var keysOn = document.getElementById('keys-on');
  function showKeys() { if (keys) { if (keys.showModal) { keys.showModal(); } else { location.hash = 'keys'; } } }
  function hideKeys() { if (keys && keys.open && keys.close) { keys.close(); } }
  if (keysOn) {
    keysOn.checked = store.get('fengqiao-keys') !== 'off';
    keysOn.addEventListener('change', function () { store.set('fengqiao-keys', keysOn.checked ? 'on' : 'off'); });
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a');
    if (!link) { closePops(event.target); return; }
    if (link.hasAttribute('data-keys') && keys && keys.showModal) { event.preventDefault(); showKeys(); }
    if (link.hasAttribute('data-close') && keys && keys.open) { event.preventDefault(); hideKeys(); }
    if (link.hasAttribute('data-print')) { event.preventDefault(); window.print(); }
  });

  /* A floating explanation closes when another place is clicked. */
  function closePops(target) {
    all('details.fq-pop[open]').forEach(function (pop) { if (!pop.contains(target)) { pop.open = false; } });
  }

  function rows() { return all('[data-row]'); }
  function move(by) {
    var list = rows();
    if (!list.length) { return; }
    var at = list.findIndex(function (row) { return row.contains(document.activeElement); });
    var row = list[Math.max(0, Math.min(list.length - 1, at + by))];
    var link = row.querySelector('[data-open]');
    if (link) { link.focus(); row.scrollIntoView({ block: 'nearest' }); }
  }
  function follow(selector) { var link = one(selector); if (link) { link.click(); } }
  function toggleWhy() {
    var row = document.activeElement && document.activeElement.closest('[data-row]');
    var list = all('details[data-why]', row || document);
    var open = list.some(function (d) { return d.open; });
    list.forEach(function (d) { d.open = row || !d.classList.contains('fq-pop') ? !open : d.open; });
  }

  var waiting = false;
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var pop = one('details.fq-pop[open]');
      if (pop) { pop.open = false; pop.querySelector('summary').focus(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (event.target.closest('input, textarea, select, [contenteditable], dialog')) { return; }
    if (store.get('fengqiao-keys') === 'off' && event.key !== '?') { return; }
    if (waiting) {
      waiting = false;
      if (/^[a-z]$/.test(event.key)) { follow('[data-go="' + event.key + '"]'); }
      return;
    }
    switch (event.key) {
      case '/': { var box = one('[data-search]'); if (box && box.offsetParent) { event.preventDefault(); box.focus(); } break; }
      case 'g': waiting = true; setTimeout(function () { waiting = false; }, 1500); break;
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case '.': { var step = one('[data-step]'); if (step) { step.focus(); step.scrollIntoView({ block: 'center' }); } break; }
      case 't': toggleWhy(); break;
      case '[': follow('[data-before]'); break;
      case ']': follow('[data-after]'); break;
      case 'p': window.print(); break;
      case '?': event.preventDefault(); showKeys(); break;
    }
  });
})();
