// Texts on the page whose contrast with their ground is below WCAG 2.2 AA.
() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => {
        const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ground = (e) => {
        for (; e; e = e.parentElement) {
            const c = rgba(getComputedStyle(e).backgroundColor);
            if (c[3] > 200) return c;
        }
        return [255, 255, 255];
    };
    const poor = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const e = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !e.checkVisibility({ opacityProperty: true })) continue;
        if (e.closest("script, .outline, .offscreen, .toast, .skip, [disabled]")) continue;
        const style = getComputedStyle(e);
        const [a, b] = [light(rgba(style.color)), light(ground(e))].sort((x, y) => y - x);
        const size = parseFloat(style.fontSize);
        const need = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < need) poor.push(`${e.className} ${walker.currentNode.data.slice(0, 30)} ${ratio.toFixed(2)}`);
    }
    return poor;
}
