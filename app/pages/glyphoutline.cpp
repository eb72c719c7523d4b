// SPDX-License-Identifier: MulanPSL-2.0
#include "glyphoutline.h"

#include <hb.h>

namespace nianbao {

namespace {

struct Pen {
    QPainterPath path;
    double scale;
    QPointF point(float x, float y) const { return {double(x) * scale, -double(y) * scale}; }
};

Pen &pen(void *data) { return *static_cast<Pen *>(data); }

void moveTo(hb_draw_funcs_t *, void *data, hb_draw_state_t *, float x, float y, void *)
{
    pen(data).path.moveTo(pen(data).point(x, y));
}

void lineTo(hb_draw_funcs_t *, void *data, hb_draw_state_t *, float x, float y, void *)
{
    pen(data).path.lineTo(pen(data).point(x, y));
}

void quadTo(hb_draw_funcs_t *, void *data, hb_draw_state_t *, float cx, float cy, float x, float y, void *)
{
    pen(data).path.quadTo(pen(data).point(cx, cy), pen(data).point(x, y));
}

void cubicTo(hb_draw_funcs_t *, void *data, hb_draw_state_t *, float ax, float ay, float bx, float by,
    float x, float y, void *)
{
    pen(data).path.cubicTo(pen(data).point(ax, ay), pen(data).point(bx, by), pen(data).point(x, y));
}

void close(hb_draw_funcs_t *, void *data, hb_draw_state_t *, void *) { pen(data).path.closeSubpath(); }

hb_draw_funcs_t *penFunctions()
{
    static hb_draw_funcs_t *functions = [] {
        auto *made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(made, moveTo, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(made, lineTo, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(made, quadTo, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(made, cubicTo, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(made, close, nullptr, nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return functions;
}

} // namespace

QPainterPath glyphOutline(const FontFace &face, quint32 glyph)
{
    Pen drawing{{}, 1.0 / face.unitsPerEm()};
    drawing.path.setFillRule(Qt::WindingFill);
    hb_font_get_glyph_shape(face.font(), glyph, penFunctions(), &drawing);
    return drawing.path;
}

} // namespace nianbao
